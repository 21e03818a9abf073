using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Views;

/// <summary>Targets, scheduled actions and activities as the API writes them.</summary>
internal static class TargetView
{
    /// <summary>A target.</summary>
    public static ScalableTarget Of(TargetRecord target) => new()
    {
        ServiceNamespace = ServiceNamespaceWire.Parse(target.Namespace),
        ResourceId = target.Resource,
        ScalableDimension = ScalableDimensionWire.Parse(target.Dimension),
        MinCapacity = target.Min,
        MaxCapacity = target.Max,
        RoleARN = target.RoleArn,
        CreationTime = target.Created,
        ScalableTargetARN = target.Arn,
        SuspendedState = new()
        {
            DynamicScalingInSuspended = target.SuspendsIn,
            DynamicScalingOutSuspended = target.SuspendsOut,
            ScheduledScalingSuspended = target.SuspendsSchedules,
        },
    };

    /// <summary>A scheduled action.</summary>
    public static ScheduledAction Of(ActionRecord action, TargetRecord target) => new()
    {
        ScheduledActionName = action.Name,
        ScheduledActionARN = action.Arn,
        ServiceNamespace = ServiceNamespaceWire.Parse(target.Namespace),
        ResourceId = target.Resource,
        ScalableDimension = ScalableDimensionWire.Parse(target.Dimension),
        Schedule = action.Schedule,
        Timezone = action.Zone,
        StartTime = action.Start,
        EndTime = action.End,
        CreationTime = action.Created,
        ScalableTargetAction = new() { MinCapacity = action.Min, MaxCapacity = action.Max },
    };

    /// <summary>An activity.</summary>
    public static ScalingActivity Of(ActivityRecord activity) => new()
    {
        ActivityId = activity.Id,
        ServiceNamespace = ServiceNamespaceWire.Parse(activity.Namespace),
        ResourceId = activity.Resource,
        ScalableDimension = ScalableDimensionWire.Parse(activity.Dimension),
        Description = activity.Description,
        Cause = activity.Cause,
        StartTime = activity.Start,
        EndTime = activity.End,
        StatusCode = activity.Status,
        StatusMessage = activity.Message,
        NotScaledReasons = activity.NotScaled is not { } reason
            ? null
            :
            [
                new()
                {
                    Code = reason.Code,
                    MinCapacity = reason.Min,
                    MaxCapacity = reason.Max,
                    CurrentCapacity = reason.Current,
                },
            ],
    };
}
