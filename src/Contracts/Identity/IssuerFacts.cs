namespace Orrery.Contracts.Identity;

/// <summary>An issuer of tokens whose keys were declared.</summary>
/// <param name="Issuer">Its address, as its tokens have it in <c>iss</c>.</param>
/// <param name="Keys">Its keys: their ids (<c>kid</c>), or their kinds where they have none.</param>
/// <param name="DeclaredAt">When they were declared.</param>
public sealed record IssuerFacts(string Issuer, IReadOnlyList<string> Keys, DateTimeOffset DeclaredAt);
