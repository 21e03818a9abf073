namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Shows how far a request for an account is.</summary>
public sealed class DescribeCreateAccountStatus
    : IReadOperation<DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResult>
{
    /// <inheritdoc/>
    public DescribeCreateAccountStatusResult Run(DescribeCreateAccountStatusRequest request, ReadCall call)
    {
        var organization = Realm.Managed(call);
        var wish = call.All(Tables.Creations).Find(new(request.CreateAccountRequestId!));
        return wish?.Organization == organization.Id.Value
            ? new() { CreateAccountStatus = Show.Of(wish) }
            : throw Errors.Of(
                "CreateAccountStatusNotFoundException",
                "We can't find a create account request with the specified ID.");
    }
}
