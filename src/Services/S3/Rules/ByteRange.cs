using System.Globalization;

namespace Orrery.Services.S3.Rules;

/// <summary>A range of bytes.</summary>
/// <param name="From">The first.</param>
/// <param name="Length">How many.</param>
internal readonly record struct ByteRange(long From, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>The place behind the last.</summary>
    public long End => From + Length;

    /// <summary>All of so many bytes.</summary>
    public static ByteRange All(long size) => new(0, size);

    /// <summary>
    /// The range that a header asks for; null where it asks for everything: what is not one range of bytes is ignored
    /// (RFC 9110, 14.2). Source for one range only: Amazon S3 API Reference, GetObject.
    /// </summary>
    /// <exception cref="ServiceException">InvalidRange: nothing of it is there.</exception>
    public static ByteRange? Read(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)) return null;
        var dash = header.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || header.Contains(',', StringComparison.Ordinal)) return null;
        var hasFirst = Number(header.AsSpan(Unit.Length, dash - Unit.Length), out var first);
        var hasLast = Number(header.AsSpan(dash + 1), out var last);
        if (first is null || last is null) return null;
        if (!hasFirst && !hasLast) return null;
        if (!hasFirst) (first, last) = (Math.Max(0, size - last.Value), last == 0 ? -1 : size - 1);
        else if (!hasLast || last >= size) last = size - 1;
        if (hasFirst && hasLast && last < first && first < size) return null;
        if (first >= size || last < first) throw Errors.InvalidRange(header, size);
        return new(first.Value, last.Value - first.Value + 1);
    }

    /// <summary>The range of a copied part: both ends, within the source.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static ByteRange ReadExact(string text, long size)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (text.StartsWith(Unit, StringComparison.Ordinal) && dash > 0
            && Number(text.AsSpan(Unit.Length, dash - Unit.Length), out var first) && first is { } from
            && Number(text.AsSpan(dash + 1), out var last) && last is { } to && from <= to)
        {
            return to < size ? new(from, to - from + 1) : throw Errors.InvalidArgument(
                $"Range specified is not valid for source object of size: {size}", "x-amz-copy-source-range", text);
        }

        throw Errors.InvalidArgument(
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the "
            + "zero-based offsets of the first and last bytes to copy", "x-amz-copy-source-range", text);
    }

    /// <summary>Content-Range.</summary>
    public string Header(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {From}-{End - 1}/{size}");

    // False where nothing stands there; null where what stands there is no number.
    private static bool Number(ReadOnlySpan<char> text, out long? value)
    {
        text = text.Trim();
        value = text.IsEmpty ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return !text.IsEmpty;
    }
}
