using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Reports;

namespace Orrery.Services.S3.Loops;

/// <summary>Exports storage class analyses at midnight, some thousand objects a call.</summary>
public sealed class AnalyticsLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => Analyses.TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var (name, id) = InventoryRules.Read(subject);
        if (call.Read(Tables.Buckets).Find(new(name)) is not { } bucket) return;
        var place = new Place(call.Scope, bucket);
        if (Analyses.Find(place, id) is not { } wanted) return;
        ReportRounds.Turn(
            call, (Kind, subject), new(name, Analyses.ReportOf(id), call.Now, "", null, []), Ages.After(call.Now, 1),
            report => Analyses.Continue(call, place, wanted, report));
    }
}
