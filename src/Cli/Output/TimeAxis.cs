using Orrery.Host.Drawing;

namespace Orrery.Cli.Output;

/// <summary>Times below a chart of text.</summary>
internal static class TimeAxis
{
    private const int Room = 14;

    /// <summary>A line so wide, with as many times as there is room for, each where it belongs.</summary>
    public static string Line(DateTimeOffset from, DateTimeOffset to, int columns)
    {
        var range = to - from;
        var axis = new char[columns];
        Array.Fill(axis, ' ');
        var free = 0;
        foreach (var instant in Ticks.Instants(from, to, Math.Max(columns / Room, 2)))
        {
            var text = Ticks.Text(instant, range);
            var place = (int)((instant - from) / range * columns);
            if (place < free || place + text.Length > columns) continue;
            text.CopyTo(0, axis, place, text.Length);
            free = place + text.Length + 1;
        }

        return new string(axis).TrimEnd();
    }
}
