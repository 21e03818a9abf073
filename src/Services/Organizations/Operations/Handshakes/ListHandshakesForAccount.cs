namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>Lists the invitations that the account got.</summary>
public sealed class ListHandshakesForAccount
    : IReadOperation<ListHandshakesForAccountRequest, ListHandshakesForAccountResult>
{
    /// <inheritdoc/>
    public ListHandshakesForAccountResult Run(ListHandshakesForAccountRequest request, ReadCall call)
    {
        var all = Rules.Handshakes.Filtered(Rules.Handshakes.Received(call), request.Filter);
        var (page, next) = Page.Of(all, h => h.Id.Value, request.MaxResults, request.NextToken);
        return new() { Handshakes = [.. page.Select(h => Show.Of(call, h))], NextToken = next };
    }
}
