using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Gives a connection notification another topic or other events.</summary>
public sealed class ModifyVpcEndpointConnectionNotification
    : IWriteOperation<ModifyVpcEndpointConnectionNotificationRequest, ModifyVpcEndpointConnectionNotificationResult>
{
    /// <inheritdoc/>
    public ModifyVpcEndpointConnectionNotificationResult Run(
        ModifyVpcEndpointConnectionNotificationRequest request, Call call)
    {
        var notification = EndpointKinds.Notification.Get(call, request.ConnectionNotificationId!);
        call.Write(EndpointTables.Notifications).Put(notification with
        {
            TopicArn = request.ConnectionNotificationArn is { } arn
                ? ConnectionNotifications.Topic(call, arn, ConnectionNotifications.IdOf(notification))
                : notification.TopicArn,
            Events = request.ConnectionEvents is { Count: > 0 } events
                ? [.. EndpointEvents.Read(events)]
                : notification.Events,
        });
        return new() { ReturnValue = true };
    }
}
