using Orrery.Services.S3.Records;
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
        var reports = call.Write(Tables.Reports);
        if (reports.Find(new($"{name}/{Analyses.ReportOf(id)}")) is not { } report)
        {
            report = new ReportRecord(name, Analyses.ReportOf(id), call.Now, "", null, []);
            call.Schedule(Kind, Ages.After(call.Now, 1), subject, call.Scope);
        }

        if (Analyses.Continue(call, place, wanted, report) is { } next)
        {
            reports.Put(next);
            call.Schedule(Kind, call.Now, subject, call.Scope);
        }
        else
        {
            reports.Remove(report.Place);
        }
    }
}
