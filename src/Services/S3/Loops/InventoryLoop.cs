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
        ReportRounds.Turn(
            call, (Kind, subject), new(name, id, call.Now, "", null, []), InventoryRules.Next(wanted, call.Now),
            report => InventoryFiles.Continue(call, place, wanted, report));
    }
}
