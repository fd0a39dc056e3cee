"""Frame in, figure out: plain plotly figures as dicts, the rows behind them, and the same figures as SVG."""
