using System.Globalization;

namespace Orrery.Services.S3.Ids;

/// <summary>
/// Keys of objects as parts of keys of tables. A key may hold any character, so what stands behind it is set off by a
/// character that comes before all others, and the few that come before or at it are written as two: then keys keep
/// their order, which is that of their UTF-8 bytes.
/// </summary>
internal static class KeyText
{
    private const char Divider = '\u0001';
    private const char Escape = '\u0002';

    /// <summary>The place of a key in a bucket; of the empty text, the place before all keys.</summary>
    public static ObjectKey Object(string bucket, string key) => new($"{bucket}/{Escaped(key)}");

    /// <summary>The place of a version.</summary>
    public static VersionKey Version(string bucket, string key, string order) =>
        new($"{bucket}/{Escaped(key)}{Divider}{order}");

    /// <summary>The place before all versions of a key and after those of the keys before it.</summary>
    public static VersionKey VersionsOf(string bucket, string key) => new($"{bucket}/{Escaped(key)}{Divider}");

    /// <summary>The place of an upload.</summary>
    public static UploadKey Upload(string bucket, string key, string id) =>
        new($"{bucket}/{Escaped(key)}{Divider}{id}");

    /// <summary>The place of a part; of number 0, the place before all parts.</summary>
    public static PartKey Part(string upload, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{upload}/{number:d5}"));

    /// <summary>The place of a run that ends there.</summary>
    public static PieceKey Piece(ManifestId manifest, long end) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{manifest}/{end:d15}"));

    /// <summary>The place of something due on a day.</summary>
    public static DueKey Due(string bucket, int day, string key, string? upload) =>
        new($"{DueOn(bucket, day)}{Escaped(key)}{(upload is null ? "" : $"{Divider}{upload}")}");

    /// <summary>The place before all that is due in a bucket on a day.</summary>
    public static DueKey DueOn(string bucket, int day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{bucket}/{day:d7}/"));

    /// <summary>The place of released bytes.</summary>
    public static ReleaseKey Release(DateTimeOffset at, string id) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:d19}/{id}"));

    private static string Escaped(string key)
    {
        if (key.AsSpan().IndexOfAnyInRange('\0', Escape) < 0) return key;
        var text = new System.Text.StringBuilder(key.Length + 8);
        foreach (var letter in key)
        {
            if (letter <= Escape) text.Append(Escape).Append((char)(letter + 1));
            else text.Append(letter);
        }

        return text.ToString();
    }
}
