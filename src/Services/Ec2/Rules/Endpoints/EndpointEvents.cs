using System.Text.Json;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Tells topics what happens to interface endpoints: those that asked by the endpoint, in its scope, and those that
/// asked by the service, in the service's. Source: EC2 API Reference, CreateVpcEndpointConnectionNotification.
/// </summary>
internal static class EndpointEvents
{
    /// <summary>An endpoint was made.</summary>
    public const string Connect = "Connect";

    /// <summary>Its request was accepted.</summary>
    public const string Accept = "Accept";

    /// <summary>Its request, or itself, was rejected.</summary>
    public const string Reject = "Reject";

    /// <summary>It was deleted.</summary>
    public const string Delete = "Delete";

    private static readonly string[] All = [Accept, Connect, Delete, Reject];

    /// <summary>The events that a request names, in order and each once.</summary>
    /// <exception cref="ServiceException">InvalidParameter: one that there is not, or none.</exception>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> names)
    {
        var unknown = names.FirstOrDefault(name => !All.Contains(name));
        return unknown is null && names.Count > 0
            ? [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : throw EndpointErrors.InvalidParameter(
                $"The connection event '{unknown}' is not valid: it is one of {string.Join(", ", All)}.");
    }

    /// <summary>Tells whoever asked to be told.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The scope of the endpoint.</param>
    /// <param name="endpoint">The endpoint after the event.</param>
    /// <param name="name">The event.</param>
    public static void Raise(Call call, Scope scope, VpcEndpointRecord endpoint, string name)
    {
        var message = new EndpointEventMessage
        {
            Event = name,
            ServiceName = endpoint.ServiceName,
            VpcEndpointId = endpoint.Id.Value,
            VpcEndpointOwner = scope.Account,
            VpcEndpointState = endpoint.State.ToWire(),
            Timestamp = call.Now,
        };
        var text = JsonSerializer.Serialize(message, EndpointJson.Default.EndpointEventMessage);
        foreach (var listener in Listeners(call, scope, endpoint).Where(l => l.Record.Events.Contains(name)).ToList())
        {
            ConnectionNotifications.Tell(call, listener, $"VPC endpoint {endpoint.Id}: {name}", text);
        }
    }

    private static IEnumerable<(Scope Scope, ConnectionNotificationRecord Record)> Listeners(
        ReadCall call, Scope scope, VpcEndpointRecord endpoint)
    {
        var index = EndpointTables.NotificationsBySubject;
        var own = call.Read(EndpointTables.Notifications, scope).By(index, endpoint.Id.Value).Select(n => (scope, n));
        return endpoint is { ServiceId: { } service, ServiceScope: { } there }
            ? own.Concat(call.Read(EndpointTables.Notifications, there).By(index, service.Value)
                .Select(n => (there, n)))
            : own;
    }
}
