using System.Globalization;
using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>Where the files of a folder of bytes lie. Names are made of numbers: nothing a client sends is in
/// them.</summary>
internal sealed class ContentPaths(string folder)
{
    private const long ShelfSize = 1024;

    /// <summary>The whole folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>What is being written.</summary>
    public string Incoming => field ??= Path.Combine(Folder, "incoming");

    /// <summary>What is durable and not settled.</summary>
    public string Fresh => field ??= Path.Combine(Folder, "fresh");

    /// <summary>What is settled.</summary>
    public string Kept => field ??= Path.Combine(Folder, "kept");

    /// <summary>A file that is being written.</summary>
    public string IncomingFile(string name) => Path.Combine(Incoming, name);

    /// <summary>A file that is not settled.</summary>
    public string FreshFile(string name) => Path.Combine(Fresh, name);

    /// <summary>A file that is settled.</summary>
    public string KeptFile(ContentId id) => Path.Combine(KeptFolder(id), Split(id).Number);

    /// <summary>The folder of a settled file: a thousand of one opening each.</summary>
    public string KeptFolder(ContentId id)
    {
        var (opening, number) = Split(id);
        var shelf = long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) / ShelfSize;
        return Shelf(opening, shelf.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The shelves of an opening.</summary>
    public string Shelves(string opening) => Path.Combine(Kept, opening);

    /// <summary>One shelf.</summary>
    public string Shelf(string opening, string shelf) => Path.Combine(Kept, opening, shelf);

    /// <summary>Whether a name is one that this store gives.</summary>
    public static bool IsId(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && IsNumber(name.AsSpan(0, dash)) && IsNumber(name.AsSpan(dash + 1));
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 18 && !text.ContainsAnyExceptInRange('0', '9');

    private static (string Opening, string Number) Split(ContentId id)
    {
        if (!IsId(id.Value)) throw new ContentException($"'{id}' names no bytes.") { IsMissing = true };
        var dash = id.Value.IndexOf('-', StringComparison.Ordinal);
        return (id.Value[..dash], id.Value[(dash + 1)..]);
    }
}
