using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Predictive;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Policies;

/// <summary>
/// Tells what a predictive policy forecast of the past and forecasts of the next two days. Source: API Reference,
/// GetPredictiveScalingForecast. That there are no values, rather than an error, where there is too little data is
/// guessed.
/// </summary>
public sealed class GetPredictiveScalingForecast
    : IReadOperation<GetPredictiveScalingForecastRequest, GetPredictiveScalingForecastResult>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public GetPredictiveScalingForecastResult Run(GetPredictiveScalingForecastRequest request, ReadCall call)
    {
        var group = Rules.Groups.Get(call, request.AutoScalingGroupName);
        var policy = PolicyStore.Get(call, group.Name, request.PolicyName!);
        var asked = policy.Predictive
            ?? throw Errors.Invalid($"The policy {policy.Name} is not a predictive scaling policy");
        var (from, to) = (request.StartTime!.Value, request.EndTime!.Value);
        if (from >= to) throw Errors.Invalid("StartTime must be before EndTime");
        if (to - from > Longest) throw Errors.Invalid("The time between StartTime and EndTime is at most 30 days");
        if (from < call.Now.AddYears(-1)) throw Errors.Invalid("StartTime is at most one year ago");
        var (hours, madeAt) = Forecasts.Between(call, policy, from, to);
        return new()
        {
            LoadForecast =
            [
                new()
                {
                    Timestamps = [.. hours.Select(hour => hour.At)],
                    Values = [.. hours.Select(hour => hour.Load)],
                    MetricSpecification = PredictiveView.Metrics(asked),
                },
            ],
            CapacityForecast = new()
            {
                Timestamps = [.. hours.Select(hour => hour.At)],
                Values = [.. hours.Select(hour => (double)hour.Capacity)],
            },
            UpdateTime = madeAt,
        };
    }
}
