namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>Lists the invitations that the organization sent.</summary>
public sealed class ListHandshakesForOrganization
    : IReadOperation<ListHandshakesForOrganizationRequest, ListHandshakesForOrganizationResult>
{
    /// <inheritdoc/>
    public ListHandshakesForOrganizationResult Run(ListHandshakesForOrganizationRequest request, ReadCall call)
    {
        var all = Rules.Handshakes.Filtered(Rules.Handshakes.Of(call, Realm.Seen(call)), request.Filter);
        var (page, next) = Page.Of(all, h => h.Id.Value, request.MaxResults, request.NextToken);
        return new() { Handshakes = [.. page.Select(h => Show.Of(call, h))], NextToken = next };
    }
}
