namespace Orrery.Kernel.Storage;

/// <summary>The first line of an exported world. The shape only grows.</summary>
/// <param name="Format">Always <c>orrery-world-1</c>.</param>
/// <param name="Header">What was fixed when the world was made.</param>
/// <param name="From">The commit whose rows follow; the journal after it follows them.</param>
/// <param name="To">The last commit.</param>
internal sealed record ExportHead(string Format, StoreHeader Header, StoreTip From, StoreTip To)
{
    public const string TheFormat = "orrery-world-1";
}
