using Orrery.Contracts.Alarms;
using Orrery.Engines.Scaling.Policies;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Predictive;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>
/// The step and target tracking policies of a group with their alarms that are in ALARM: what they decide together now,
/// and what they would decide in later minutes if nothing unforeseen happens.
/// </summary>
internal sealed class Asking : IDisposable
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    private readonly ReadCall _call;
    private readonly GroupRecord _group;
    private readonly List<PolicyRecord> _policies;
    private readonly List<(PolicyRecord Policy, List<KeptAlarm> Alarms)> _asked;
    private readonly List<(List<KeptAlarm> Alarms, int Place, IEnumerator<double?> Values)> _walks = [];
    private readonly Headcount _headcount;
    private readonly DateTimeOffset _known;

    private Asking(ReadCall call, GroupRecord group, List<PolicyRecord> policies)
    {
        (_call, _group, _policies) = (call, group, policies);
        var keeper = call.Port<IAlarmKeeper>();
        _asked = [.. Asked(policies).Select(policy => (policy, keeper.On(call, policy.Arn).ToList()))];
        _headcount = new(group.Desired, IsOn ? Groups.Members(call, group.Name) : []);
        _known = Alarms.Select(one => one.Alarm.Until ?? DateTimeOffset.MaxValue).Append(call.Now + Farthest).Min();
        foreach (var (_, alarms) in _asked)
        {
            for (var place = 0; place < alarms.Count; place++)
                _walks.Add((alarms, place, Ahead(alarms[place])));
        }
    }

    /// <summary>Whether any alarm is in ALARM.</summary>
    public bool IsOn => _asked.Exists(static one => one.Alarms.Count > 0);

    /// <summary>The alarms in ALARM, with their policies.</summary>
    public IEnumerable<(PolicyRecord Policy, KeptAlarm Alarm)> Alarms =>
        _asked.SelectMany(one => one.Alarms.Select(alarm => (one.Policy, alarm)));

    /// <summary>The policies of a group.</summary>
    public static Asking Of(ReadCall call, GroupRecord group) =>
        new(call, group, [.. PolicyStore.Of(call, group.Name)]);

    /// <summary>Whether any alarm is in ALARM for which policies of a group are asked.</summary>
    public static bool IsOnFor(ReadCall call, string group) => Asked(PolicyStore.Of(call, group))
        .Any(policy => call.Port<IAlarmKeeper>().On(call, policy.Arn).Count > 0);

    /// <summary>Whether an alarm for which policies of a group are asked may have another state at once.</summary>
    public static bool IsLookedAt(ReadCall call, string group) => Asked(PolicyStore.Of(call, group))
        .SelectMany(policy => call.Port<IAlarmKeeper>().On(call, policy.Arn))
        .Any(alarm => alarm.Until <= call.Now);

    /// <summary>What they decide now; to be asked for first.</summary>
    public PolicyOutcome Now() => At(_call.Now);

    /// <summary>The alarm for which a policy acts; nothing where it acts for none.</summary>
    public string AlarmOf(string? policy) =>
        _asked.Find(one => one.Policy.Name == policy).Alarms is [var first, ..] ? first.Name : "";

    /// <summary>
    /// The next minute in which they decide otherwise than now, or in which an alarm may have another state.
    /// </summary>
    /// <param name="held">What they decide now, which is to leave things as they are.</param>
    public DateTimeOffset Next(PolicyOutcome held) =>
        Foresight.Next(_call.Now, _known, at => IsOther(At(at), held));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, _, values) in _walks) values.Dispose();
    }

    private static IEnumerable<PolicyRecord> Asked(IEnumerable<PolicyRecord> policies) => policies
        .Where(policy => policy is { Enabled: true, Type: PolicyRequests.Step or PolicyRequests.Tracking });

    // What is held by the same for the same is not even written down again.
    private static bool IsOther(PolicyOutcome outcome, PolicyOutcome held) =>
        outcome.Decision.IsChange || outcome.Decision.To != held.Decision.To
        || outcome.Decision.Why.Code != held.Decision.Why.Code;

    private IEnumerator<double?> Ahead(KeptAlarm alarm)
    {
        var to = _known > _call.Now ? _known : _call.Now + Foresight.Minute;
        return _call.Port<IAlarmKeeper>().Ahead(_call, alarm.Name, _call.Now, to).GetEnumerator();
    }

    private PolicyOutcome At(DateTimeOffset at)
    {
        foreach (var (alarms, place, values) in _walks)
            alarms[place] = alarms[place] with { Value = values.MoveNext() ? values.Current : null };
        return PolicyRules.Resolve(
            _group.Desired,
            [
                .. _asked.Select(one => PolicyRuns.Verdict(
                    _group, one.Policy, one.Alarms, _headcount.At(at, PolicyRuns.WarmupOf(_group, one.Policy)))),
            ],
            PredictiveRuns.Floor(_call, _policies, at));
    }
}
