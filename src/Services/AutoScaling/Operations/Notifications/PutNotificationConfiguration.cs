using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Notifications;

/// <summary>Has a topic told of a group: in the place of what it was told of before. It gets a test message.</summary>
public sealed class PutNotificationConfiguration
    : IWriteOperation<PutNotificationConfigurationRequest, PutNotificationConfigurationResult>
{
    /// <inheritdoc/>
    public PutNotificationConfigurationResult Run(PutNotificationConfigurationRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var (topic, types) = (request.TopicARN!, request.NotificationTypes!);
        if (types.FirstOrDefault(type => !NotificationTypes.All.Contains(type)) is { } unknown)
            throw Errors.Invalid($"\"{unknown}\" is not a valid Notification Type");
        var others = group.Notifications.RemoveAll(n => n.TopicArn == topic);
        if (others.Select(n => n.TopicArn).Distinct().Count() >= ScalingQuotas.TopicsPerGroup)
            throw Errors.Limit($"A group has at most {ScalingQuotas.TopicsPerGroup} topics.");
        if (Tell.Test(call, group, topic) is { } obstacle)
            throw Errors.Invalid($"Unable to publish test message to notification target {topic}: {obstacle}");
        call.Write(Tables.Groups).Put(group with
        {
            Notifications = [.. others, .. types.Distinct().Select(type => new NotificationRecord(topic, type))],
        });
        return new();
    }
}
