namespace Orrery.Authorization.Facts;

/// <summary>A resource type.</summary>
/// <param name="Arn">Its ARNs, with the variables of AWS's reference.</param>
/// <param name="Id">What its ids begin with, before the dash; null where ids do not tell the type.</param>
internal sealed record TypeFacts(string Arn, string? Id);
