using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Notifications;

/// <summary>Has a topic told of a group no longer.</summary>
public sealed class DeleteNotificationConfiguration
    : IWriteOperation<DeleteNotificationConfigurationRequest, DeleteNotificationConfigurationResult>
{
    /// <inheritdoc/>
    public DeleteNotificationConfigurationResult Run(DeleteNotificationConfigurationRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        call.Write(Tables.Groups).Put(group with
        {
            Notifications = group.Notifications.RemoveAll(n => n.TopicArn == request.TopicARN),
        });
        return new();
    }
}
