using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Notifications;

/// <summary>Tells which topics are told of what.</summary>
public sealed class DescribeNotificationConfigurations
    : IReadOperation<DescribeNotificationConfigurationsRequest, DescribeNotificationConfigurationsResult>
{
    /// <inheritdoc/>
    public DescribeNotificationConfigurationsResult Run(
        DescribeNotificationConfigurationsRequest request, ReadCall call)
    {
        var groups = request.AutoScalingGroupNames is { Count: > 0 } names
            ? names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => call.Read(Tables.Groups).Find(new(name))).OfType<GroupRecord>()
            : call.Read(Tables.Groups).All();
        var found = from @group in groups
                    from told in @group.Notifications
                        .OrderBy(n => n.TopicArn, StringComparer.Ordinal).ThenBy(n => n.Type, StringComparer.Ordinal)
                    select new NotificationConfiguration
                    {
                        AutoScalingGroupName = @group.Name, TopicARN = told.TopicArn, NotificationType = told.Type,
                    };
        var (page, next) = Pages.Of(
            found, one => $"{one.AutoScalingGroupName}\u001f{one.TopicARN}\u001f{one.NotificationType}",
            request.NextToken, request.MaxRecords);
        return new() { NotificationConfigurations = page, NextToken = next };
    }
}
