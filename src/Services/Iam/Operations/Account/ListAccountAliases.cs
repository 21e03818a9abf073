using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>The alias of the account, if it has one.</summary>
public sealed class ListAccountAliases : IReadOperation<ListAccountAliasesRequest, ListAccountAliasesResult>
{
    /// <inheritdoc/>
    public ListAccountAliasesResult Run(ListAccountAliasesRequest request, ReadCall call) =>
        new() { AccountAliases = Home.Account(call).Alias is { } alias ? [alias] : [], IsTruncated = false };
}
