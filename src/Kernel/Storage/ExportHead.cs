using System.Text.Json.Serialization;

namespace Orrery.Kernel.Storage;

/// <summary>The first line of an exported world. The shape only grows.</summary>
/// <param name="Format"><c>orrery-world-1</c>; <c>orrery-world-2</c> where secrets are sealed.</param>
/// <param name="Header">What was fixed when the world was made.</param>
/// <param name="From">The commit whose rows follow; the journal after it follows them.</param>
/// <param name="To">The last commit.</param>
internal sealed record ExportHead(string Format, StoreHeader Header, StoreTip From, StoreTip To)
{
    public const string Plain = "orrery-world-1";

    public const string Sealed = "orrery-world-2";

    /// <summary>How secrets are sealed; null where they are not. The header has the seed 0 then.</summary>
    public ExportSeal? Seal { get; init; }

    /// <summary>Whether it is the head of an export that this program reads.</summary>
    [JsonIgnore]
    public bool IsKnown => Header is not null && Format == (Seal is null ? Plain : Sealed);
}
