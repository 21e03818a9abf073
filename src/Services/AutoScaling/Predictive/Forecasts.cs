using Orrery.Core;
using Orrery.Engines.Scaling.Predictive;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Predictive;

/// <summary>
/// The forecasts of policies. A forecast is a function of what was measured until it was made, every six hours since
/// the policy was put; so it is made when somebody asks, and kept only where a policy scales by it. Source: EC2 Auto
/// Scaling User Guide, "How predictive scaling works".
/// </summary>
internal static class Forecasts
{
    private static readonly TimeSpan Back = TimeSpan.FromHours(ForecastRules.MostHistory);

    /// <summary>The forecast that holds at an instant, kept.</summary>
    public static ForecastRecord Renew(Call call, PolicyRecord policy)
    {
        var at = MadeAt(policy, call.Now);
        var kept = call.Read(Tables.Forecasts).Find(policy.Key);
        if (kept?.MadeAt == at) return kept;
        var (from, to) = (LoadHours.Floor(at) - Back, LoadHours.Floor(at));
        // What instances sent does not change any more; a user may send to the past.
        var known = kept is not null && IsPredefined(policy)
            ? kept.Past.Where(hour => hour.At >= from).ToList() : [];
        var begin = known.Count > 0 ? known[^1].At.AddHours(1) : from;
        var forecast = Make(policy, at, [.. known, .. LoadHours.Read(call, policy, begin, to)]);
        call.Write(Tables.Forecasts).Put(forecast);
        return forecast;
    }

    /// <summary>What was and is forecast of the hours between two instants, and when the last was made.</summary>
    public static (IReadOnlyList<ForecastHourRecord> Hours, DateTimeOffset MadeAt) Between(
        ReadCall call, PolicyRecord policy, DateTimeOffset from, DateTimeOffset to)
    {
        var last = MadeAt(policy, call.Now);
        var first = MadeAt(policy, from > policy.Predictive!.Since ? from : policy.Predictive.Since);
        if (first > last) first = last;
        var past = LoadHours.Read(call, policy, LoadHours.Floor(first) - Back, LoadHours.Floor(last));
        var hours = new List<ForecastHourRecord>();
        for (var at = first; at <= last; at += ForecastRules.Renewal)
        {
            var (begin, end) = (LoadHours.Floor(at), LoadHours.Floor(at + ForecastRules.Renewal));
            var made = Make(policy, at, [.. past.Where(hour => hour.At >= begin - Back && hour.At < begin)]);
            // Of what has passed, that holds which was forecast last.
            hours.AddRange(made.Hours.Where(hour =>
                hour.At >= from && hour.At < to && (at == last || hour.At < end)));
        }

        return (hours, last);
    }

    /// <summary>
    /// The capacity that is forecast for a group in this hour; null where none is. Source: API Reference,
    /// AutoScalingGroup, PredictedCapacity. That policies which only forecast count too, and the largest of several, is
    /// guessed.
    /// </summary>
    public static int? Predicted(ReadCall call, string group)
    {
        var now = LoadHours.Floor(call.Now);
        return PolicyStore.Of(call, group).Where(policy => policy.Predictive is not null)
            .SelectMany(policy => call.Read(Tables.Forecasts).Find(policy.Key) is { } kept
                ? kept.Hours : Between(call, policy, now, now.AddHours(1)).Hours)
            .Where(hour => hour.At == now).Max(hour => (int?)hour.Capacity);
    }

    /// <summary>The capacities of a forecast, as the engine takes them.</summary>
    public static IReadOnlyList<CapacityPoint> Points(ForecastRecord forecast) =>
        [.. forecast.Hours.Select(hour => new CapacityPoint(hour.At, hour.Capacity))];

    /// <summary>A policy as the engine takes it.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ratio">What a unit of load presses on one unit of capacity.</param>
    public static PredictivePolicy EngineOf(PolicyRecord policy, double ratio = 1)
    {
        var asked = policy.Predictive!;
        var usual = new PredictivePolicy(asked.Target / ratio, asked.Scales && policy.Enabled);
        return usual with
        {
            Breach = asked.Breach == PredictiveScalingMaxCapacityBreachBehavior.IncreaseMaxCapacity
                ? MaxCapacityBreach.IncreaseMaxCapacity : MaxCapacityBreach.HonorMaxCapacity,
            Buffer = asked.Buffer ?? 0,
            BufferSeconds = asked.BufferSeconds ?? usual.BufferSeconds,
        };
    }

    private static DateTimeOffset MadeAt(PolicyRecord policy, DateTimeOffset now)
    {
        var since = policy.Predictive!.Since;
        return since.AddTicks((now - since).Ticks / ForecastRules.Renewal.Ticks * ForecastRules.Renewal.Ticks);
    }

    private static bool IsPredefined(PolicyRecord policy) =>
        policy.Predictive is { OwnLoad: null, OwnScaling: null, OwnCapacity: null };

    private static ForecastRecord Make(PolicyRecord policy, DateTimeOffset at, IReadOnlyList<LoadHourRecord> past)
    {
        var made = new ForecastRecord
        {
            Key = policy.Key, MadeAt = at, Past = [.. past], Why = Reason.Of("NO_DATA", "the metrics have no data"),
        };
        var known = past.SkipWhile(hour => hour.Load is null).ToList();
        if (known.Count == 0) return made;
        var forecast = ForecastRules.Make(new(known[0].At, [.. known.Select(hour => hour.Load)]));
        made = made with { Why = forecast.Why };
        if (forecast.Points.Count == 0) return made;
        if (LoadRatio.Of(known.Select(hour => hour.Load), known.Select(hour => hour.Need)) is not { } ratio)
        {
            return made with
            {
                Why = Reason.Of("NO_RATIO", "no hour has data of load, scaling metric and capacity at once"),
            };
        }

        var capacities = PredictiveRules.CapacityOf(EngineOf(policy, ratio), forecast);
        return made with
        {
            Hours = [.. forecast.Points.Zip(capacities, (p, c) => new ForecastHourRecord(p.At, p.Load, c.Capacity))],
        };
    }
}
