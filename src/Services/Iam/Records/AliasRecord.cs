namespace Orrery.Services.Iam.Records;

/// <summary>An alias of an account: nobody else has it.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="Account">The account.</param>
internal sealed record AliasRecord(IamKey Alias, string Account);
