using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;

namespace Orrery.Services.S3.Loops;

/// <summary>Writes the inventories of buckets when they are due.</summary>
public sealed class InventoryLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => InventoryRules.TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var (name, id) = InventoryRules.Read(subject);
        if (call.Read(Tables.Buckets).Find(new(name)) is not { } bucket) return;
        var place = new Place(call.Scope, bucket);
        if (InventoryRules.Find(place, id) is not { } wanted) return;
        var reports = call.Write(Tables.Reports);
        if (reports.Find(new($"{name}/{id}")) is not { } report)
        {
            report = new ReportRecord(name, id, call.Now, "", null, []);
            call.Schedule(Kind, InventoryRules.Next(wanted, call.Now), subject, call.Scope);
        }

        if (InventoryFiles.Continue(call, place, wanted, report) is { } next)
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
