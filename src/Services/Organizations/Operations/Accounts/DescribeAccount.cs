namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Shows an account.</summary>
public sealed class DescribeAccount : IReadOperation<DescribeAccountRequest, DescribeAccountResult>
{
    /// <inheritdoc/>
    public DescribeAccountResult Run(DescribeAccountRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var account = Nodes.Get(call, organization, request.AccountId, NodeKind.Account);
        return new() { Account = Show.Account(call, organization, account) };
    }
}
