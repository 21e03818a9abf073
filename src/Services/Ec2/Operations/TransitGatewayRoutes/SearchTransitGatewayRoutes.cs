using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>
/// Finds routes of a table by filters, in the order of blocks; of several routes to one block the preferred one.
/// </summary>
public sealed class SearchTransitGatewayRoutes
    : IReadOperation<SearchTransitGatewayRoutesRequest, SearchTransitGatewayRoutesResult>
{
    // EC2 API Reference, SearchTransitGatewayRoutes (MaxResults).
    private const int Standard = 1000;

    /// <inheritdoc/>
    public SearchTransitGatewayRoutesResult Run(SearchTransitGatewayRoutesRequest request, ReadCall call)
    {
        var table = TransitKinds.RouteTable.Get(call, request.TransitGatewayRouteTableId!);
        var found = TransitSearch.Find(call, TransitRoutes.Effective(call, table), request.Filters!);
        if (request.NextToken is { } token)
        {
            var after = Cidr.TryParse(PageToken.KeyOf(token), out var cidr) ? cidr : throw Errors.InvalidNextToken();
            found = found.Where(r => r.Destination > after);
        }

        var page = Lister.Cut(found, r => r.Destination.ToString(), request.MaxResults ?? Standard);
        return new()
        {
            Routes = page.As(TransitRouteView.Of),
            AdditionalRoutesAvailable = page.NextToken is not null,
            NextToken = page.NextToken,
        };
    }
}
