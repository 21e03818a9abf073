using Orrery.Contracts.Tracing;

namespace Orrery.Host.Drawing;

/// <summary>The hops of a trace in words, below the picture: there on the left, back on the right.</summary>
internal sealed class TracePanel
{
    private const int Margin = 20;
    private const int Size = 10;
    private const int LineHeight = 15;

    private readonly int _width;
    private readonly int _top;
    private readonly TraceAnswer? _trace;
    private readonly List<(Spot At, string Text, string Style)> _lines = [];

    /// <summary>Lays out the panel.</summary>
    /// <param name="width">The width of the picture.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="trace">The trace; null for no panel.</param>
    public TracePanel(int width, int top, TraceAnswer? trace)
    {
        (_width, _top, _trace) = (width, top, trace);
        Bottom = top;
        if (trace is null) return;
        var column = trace.Return.Count > 0 ? (width - (3 * Margin)) / 2 : width - (2 * Margin);
        Bottom = Math.Max(
            Add("There", trace.Forward, Margin + 12, column - 24, 1),
            trace.Return.Count == 0
                ? top
                : Add("And back", trace.Return, (2 * Margin) + column, column - 24, trace.Forward.Count + 1)) + Margin;
    }

    /// <summary>Where it ends.</summary>
    public int Bottom { get; }

    /// <summary>Draws it.</summary>
    public void Paint(Svg svg)
    {
        if (_trace is not { } trace) return;
        var works = trace.Decision.Allowed;
        svg.Rectangle(
            new(Margin, _top, _width - (2 * Margin), Bottom - _top - (Margin / 2)),
            works ? "fill=\"#f4fbf4\" stroke=\"#6aa66a\"" : "fill=\"#fff5f5\" stroke=\"#c92a2a\"", 6);
        svg.Text(
            new(Margin + 12, _top + 20), $"{(works ? "✔ reachable" : "✘ not reachable")}: {trace.Flow}", 13,
            works ? "fill=\"#2b8a3e\" font-weight=\"bold\"" : Style.Refused);
        foreach (var (at, text, style) in _lines) svg.Text(at, text, Size, style);
    }

    private int Add(string title, IReadOnlyList<TraceHop> hops, int x, int width, int number)
    {
        var y = _top + 42;
        if (hops.Count == 0)
        {
            foreach (var line in TextSize.Wrap(_trace!.Decision.Root.Text, Size, width))
            {
                _lines.Add((new(x, y), line, Style.Ink));
                y += LineHeight;
            }

            return y;
        }

        _lines.Add((new(x, y), title, Style.Bold));
        foreach (var hop in hops)
        {
            var code = hop.Code is null ? "" : $" ({hop.Code})";
            var lines = TextSize.Wrap(hop.Text + code, Size, width - 30);
            for (var i = 0; i < lines.Count; i++)
            {
                y += LineHeight;
                if (i == 0) _lines.Add((new(x + 20, y), $"{number++}", Style.Right));
                _lines.Add((new(x + 28, y), lines[i], hop.Passed ? Style.Ink : Style.Refused));
            }
        }

        return y + LineHeight;
    }
}
