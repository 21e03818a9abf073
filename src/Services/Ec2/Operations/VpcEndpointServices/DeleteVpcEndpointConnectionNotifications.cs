using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Deletes connection notifications; those that are not there it lists.</summary>
public sealed class DeleteVpcEndpointConnectionNotifications
    : IWriteOperation<DeleteVpcEndpointConnectionNotificationsRequest, DeleteVpcEndpointConnectionNotificationsResult>
{
    /// <inheritdoc/>
    public DeleteVpcEndpointConnectionNotificationsResult Run(
        DeleteVpcEndpointConnectionNotificationsRequest request, Call call)
    {
        var unsuccessful = new List<UnsuccessfulItem>();
        foreach (var id in request.ConnectionNotificationIds!.Distinct(StringComparer.Ordinal))
        {
            EndpointKinds.Notification.CheckForm(id);
            if (!call.Write(EndpointTables.Notifications).Remove(new ConnectionNotificationId(id)))
            {
                unsuccessful.Add(EndpointErrors.Item(id, EndpointKinds.Notification.NotFound(id)));
            }
        }

        return new() { Unsuccessful = unsuccessful };
    }
}
