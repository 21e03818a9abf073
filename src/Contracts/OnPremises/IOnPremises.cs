using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.OnPremises;

/// <summary>
/// Knows the customers' own networks at the other ends of VPN connections. AWS has no such resource: they are declared,
/// as a part of the world outside.
/// </summary>
public interface IOnPremises
{
    /// <summary>All that were declared, in every account and region.</summary>
    IReadOnlyList<OnPremisesNetwork> List(ReadCall call);

    /// <summary>The account and region of a customer gateway; null where there is none.</summary>
    Scope? Find(ReadCall call, string customerGatewayId);

    /// <summary>Declares the network behind a customer gateway, in the place of what was declared before.</summary>
    /// <exception cref="Core.ServiceException">
    /// The customer gateway does not exist in the call's scope; a block or the number of tunnels is none.
    /// </exception>
    OnPremisesNetwork Declare(Call call, string customerGatewayId, OnPremisesDeclaration declaration);

    /// <summary>Takes a declaration back: nobody answers behind the customer gateway any more.</summary>
    /// <exception cref="Core.ServiceException">Nothing is declared there.</exception>
    void Remove(Call call, string customerGatewayId);
}
