using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Activities as the API writes them.</summary>
internal static class ActivityView
{
    private const int LongestCause = 1023;

    /// <summary>An activity.</summary>
    public static Activity Of(ReadCall call, ActivityRecord activity) => new()
    {
        ActivityId = activity.Id,
        AutoScalingGroupName = activity.Group,
        AutoScalingGroupARN = activity.GroupArn,
        AutoScalingGroupState = call.Read(Tables.Groups).Find(new(activity.Group))?.Arn == activity.GroupArn
            ? null : "Deleted",
        Description = activity.Description,
        Cause = activity.Cause.Length > LongestCause ? activity.Cause[..LongestCause] : activity.Cause,
        StartTime = activity.Start,
        EndTime = activity.End,
        StatusCode = activity.Status,
        StatusMessage = activity.Message,
        Progress = activity.Progress,
        Details = activity.SubnetId is null ? null : JsonTexts.Object(writer =>
        {
            writer.WriteString("Subnet ID", activity.SubnetId);
            writer.WriteString("Availability Zone", activity.Zone);
        }),
    };
}
