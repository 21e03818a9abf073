namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Lists the requests for accounts.</summary>
public sealed class ListCreateAccountStatus
    : IReadOperation<ListCreateAccountStatusRequest, ListCreateAccountStatusResult>
{
    /// <inheritdoc/>
    public ListCreateAccountStatusResult Run(ListCreateAccountStatusRequest request, ReadCall call)
    {
        var organization = Realm.Managed(call);
        var wishes = call.All(Tables.Creations).By(Tables.CreationsByOrganization, organization.Id.Value)
            .Where(c => request.States is not { Count: > 0 } states || states.Contains(c.State));
        var (page, next) = Page.Of(wishes, c => c.Id.Value, request.MaxResults, request.NextToken);
        return new() { CreateAccountStatuses = [.. page.Select(Show.Of)], NextToken = next };
    }
}
