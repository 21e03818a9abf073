using System.Collections.Immutable;
using Orrery.Contracts.OnPremises;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Declares the customers' sides of VPN connections: tunnels come up and go down with them.</summary>
internal sealed class OnPremisesSides : IOnPremises
{
    /// <inheritdoc/>
    public IReadOnlyList<OnPremisesNetwork> List(ReadCall call) =>
    [
        .. from scope in call.Scopes
           from side in call.Read(VpnTables.OnPremises, scope).All()
           select Of(call, scope, side),
    ];

    /// <inheritdoc/>
    public Scope? Find(ReadCall call, string customerGatewayId)
    {
        foreach (var scope in call.Scopes)
        {
            if (call.Read(VpnTables.CustomerGateways, scope).Contains(new CustomerGatewayId(customerGatewayId)))
            {
                return scope;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public OnPremisesNetwork Declare(Call call, string customerGatewayId, OnPremisesDeclaration declaration)
    {
        var gateway = VpnConnectionRules.UseCustomerGateway(call, customerGatewayId);
        var cidrs = Read("cidrs", declaration.Cidrs);
        if (cidrs.IsEmpty)
        {
            throw Errors.Missing("cidrs");
        }

        if (declaration.Tunnels is < 0 or > VpnTunnelFactory.PerConnection)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({declaration.Tunnels}) for parameter tunnels is invalid. It is 0, 1 or 2.");
        }

        var side = new OnPremisesRecord
        {
            Id = gateway.Id,
            Cidrs = cidrs,
            Announced = declaration.Announced is { } announced ? Read("announced", announced) : cidrs,
            TunnelsUp = declaration.Tunnels,
            DeclaredAt = call.Now,
        };
        VpnTunnels.Put(call, gateway, side);
        return Of(call, call.Scope, side);
    }

    /// <inheritdoc/>
    public void Remove(Call call, string customerGatewayId)
    {
        var gateway = VpnKinds.CustomerGateway.Get(call, customerGatewayId);
        if (!call.Read(VpnTables.OnPremises).Contains(gateway.Id))
        {
            throw new ServiceException(
                "NoSuchNetwork", $"No network is declared behind the customer gateway '{customerGatewayId}'.", 404);
        }

        VpnTunnels.Put(call, gateway, null);
    }

    private static ImmutableArray<Cidr> Read(string parameter, IReadOnlyList<string> texts) =>
    [
        .. texts.Select(text => Cidr.TryParse(text, out var cidr)
            ? cidr
            : throw Errors.InvalidParameterValue(
                $"Value ({text}) for parameter {parameter} is invalid. It is no CIDR block.")).Distinct(),
    ];

    private static OnPremisesNetwork Of(ReadCall call, Scope scope, OnPremisesRecord side) => new(
        side.Id.Value,
        scope.Account,
        scope.Region,
        side.Cidrs,
        side.Announced,
        side.TunnelsUp,
        [
            .. call.Read(VpnTables.Connections, scope).By(VpnTables.ConnectionsByCustomerGateway, side.Id.Value)
                .Where(VpnConnectionRules.Exists).Select(connection => Of(connection, side)),
        ]);

    private static OnPremisesConnection Of(VpnConnectionRecord connection, OnPremisesRecord side)
    {
        var tunnels = VpnTunnels.Of(connection, side);
        return new(connection.Id.Value, tunnels.Count(t => t.IsUp), [.. tunnels.Select(t => t.State.Root.Text)]);
    }
}
