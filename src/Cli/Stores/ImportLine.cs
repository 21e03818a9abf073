using System.Globalization;

namespace Orrery.Cli.Stores;

/// <summary>How far an import is, as one line.</summary>
internal static class ImportLine
{
    private const int Width = 24;
    private const double Mebibyte = 1 << 20;

    /// <summary>The line.</summary>
    /// <param name="totals">How far it is.</param>
    /// <param name="elapsed">Since when.</param>
    public static string Of(ImportTotals totals, TimeSpan elapsed)
    {
        var part = totals.Bytes > 0 ? (double)totals.DoneBytes / totals.Bytes
            : totals.Files > 0 ? (double)totals.DoneFiles / totals.Files : 1;
        part = Math.Clamp(part, 0, 1);
        var full = (int)(part * Width);
        var bar = new string('█', full) + new string('░', Width - full);
        var rate = elapsed > TimeSpan.Zero ? totals.DoneBytes / Mebibyte / elapsed.TotalSeconds : 0;
        var left = part is > 0 and < 1 ? elapsed * ((1 - part) / part) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{bar} {part * 100,3:N0} %  {totals.DoneFiles:N0} of {totals.Files:N0} files  {Size(totals.DoneBytes)} of "
            + $"{Size(totals.Bytes)}  {rate:N0} MiB/s  {left:m\\:ss} left");
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:N1} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:N1} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte / 1024:N1} GiB"),
    };
}
