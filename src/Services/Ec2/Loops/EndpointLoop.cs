using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves VPC endpoints on: pending to available (or failed, where the service went meanwhile), what nobody accepts to
/// expired, deleting to deleted and out of sight. Source: AWS PrivateLink Guide, "AWS PrivateLink concepts" (the
/// states). AWS tells none of the times: guessed, after NAT gateways and VPC peering.
/// </summary>
internal sealed class EndpointLoop : ITimerHandler
{
    private const string TimerKind = "ec2.vpc-endpoint";
    private static readonly TimeSpan Opening = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Closing = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Expiry = TimeSpan.FromDays(7);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a new endpoint on its way.</summary>
    public static void Begin(Call call, VpcEndpointRecord endpoint)
    {
        Reopen(call, endpoint);
        if (endpoint.State == EndpointState.PendingAcceptance)
        {
            call.Schedule(TimerKind, call.Now + Expiry, $"expire {endpoint.Id}");
        }
    }

    /// <summary>Lets an endpoint that was changed become available again.</summary>
    public static void Reopen(Call call, VpcEndpointRecord endpoint)
    {
        if (endpoint.State == EndpointState.Pending)
        {
            call.Settle(TimerKind, Opening, $"open {endpoint.Id}");
        }
    }

    /// <summary>Lets an endpoint, wherever it is, become available after its acceptance.</summary>
    public static void Accept(Call call, VpcEndpointConnectionRecord connection) =>
        call.Settle(TimerKind, Opening, $"open {connection.EndpointId}", connection.EndpointScope);

    /// <summary>Sets an endpoint on its way out: its routes go at once, its interfaces with it.</summary>
    public static void End(Call call, VpcEndpointRecord endpoint)
    {
        EndpointRoutes.RemoveAll(call, endpoint);
        call.Write(EndpointTables.Endpoints).Put(endpoint);
        call.Settle(TimerKind, Closing, $"close {endpoint.Id}");
    }

    /// <summary>Lets an endpoint service go.</summary>
    public static void EndService(Call call, VpcEndpointServiceRecord service) =>
        call.Settle(TimerKind, Closing, $"drop {service.Id}");

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var space = subject.IndexOf(' ', StringComparison.Ordinal);
        var (verb, id) = (subject[..space], subject[(space + 1)..]);
        if (verb is "drop" or "unlink")
        {
            Drop(call, verb, id);
        }
        else if (call.Read(EndpointTables.Endpoints).Find(new VpcEndpointId(id)) is { } endpoint)
        {
            Move(call, verb, endpoint);
        }
    }

    private static void Move(Call call, string verb, VpcEndpointRecord endpoint)
    {
        var endpoints = call.Write(EndpointTables.Endpoints);
        switch (verb, endpoint.State)
        {
            case ("open", EndpointState.Pending):
                endpoints.Put(Opened(call, endpoint));
                break;
            case ("expire", EndpointState.PendingAcceptance):
                endpoints.Put(endpoint with { State = EndpointState.Expired });
                break;
            case ("close", EndpointState.Deleting):
                endpoints.Put(Closed(call, endpoint));
                call.Schedule(TimerKind, call.Now + Visible, $"forget {endpoint.Id}");
                break;
            case ("forget", _):
                Forget(call, endpoint);
                break;
        }
    }

    private static VpcEndpointRecord Opened(ReadCall call, VpcEndpointRecord endpoint)
    {
        var serves = endpoint is not { ServiceId: { } id, ServiceScope: { } scope }
            || EndpointOffers.Find(call, scope, id) is { Custom.State: ServiceState.Available };
        return serves
            ? endpoint with { State = EndpointState.Available }
            : endpoint with
            {
                State = EndpointState.Failed,
                FailureCode = "InvalidServiceName",
                FailureReason = $"The Vpc Endpoint Service '{endpoint.ServiceName}' does not exist",
            };
    }

    private static VpcEndpointRecord Closed(Call call, VpcEndpointRecord endpoint)
    {
        foreach (var face in endpoint.Interfaces)
        {
            InterfaceFactory.Remove(call, face.NetworkInterfaceId);
        }

        return endpoint with { State = EndpointState.Deleted, Interfaces = [] };
    }

    private static void Forget(Call call, VpcEndpointRecord endpoint)
    {
        call.Write(EndpointTables.Endpoints).Remove(endpoint.Id);
        TagStore.Forget(call, endpoint.Id.Value);
        ForgetNotifications(call, endpoint.Id.Value);
        if (endpoint.ServiceScope is { } scope)
        {
            call.Schedule(TimerKind, call.Now, $"unlink {endpoint.Id}", scope);
        }
    }

    // In the scope of the service: its side of a forgotten endpoint, or the service itself.
    private static void Drop(Call call, string verb, string id)
    {
        if (verb == "drop")
        {
            call.Write(EndpointTables.Services).Remove(new VpcEndpointServiceId(id));
            TagStore.Forget(call, id);
            ForgetNotifications(call, id);
            return;
        }

        var connections = call.Write(EndpointTables.Connections);
        foreach (var connection in connections.By(EndpointTables.ConnectionsByEndpoint, id).ToList())
        {
            connections.Remove(connection.Id);
            TagStore.Forget(call, connection.Id.Value);
        }
    }

    private static void ForgetNotifications(Call call, string subject)
    {
        var notifications = call.Write(EndpointTables.Notifications);
        foreach (var notification in notifications.By(EndpointTables.NotificationsBySubject, subject).ToList())
        {
            notifications.Remove(notification.Id);
        }
    }
}
