namespace Orrery.Authorization.Facts;

/// <summary>What a call of an operation has to be allowed.</summary>
/// <param name="Own">The operation's own action.</param>
/// <param name="Also">What it needs besides where the request asks for it: to pass a role, to give tags.</param>
/// <param name="Keys">The condition keys that AWS documents for the action.</param>
/// <param name="IsFree">Whether it needs no permission.</param>
internal sealed record OperationFacts(
    Asking Own, IReadOnlyList<Asking> Also, IReadOnlyList<string> Keys, bool IsFree)
{
    /// <summary>Whether the operation asks for more on its way, and answers with what it is refused.</summary>
    public bool AsksLater { get; init; }
}
