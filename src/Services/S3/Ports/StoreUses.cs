using Orrery.Contracts.Stores;
using Orrery.Kernel.State;
using Orrery.Services.S3.Rules.Using;

namespace Orrery.Services.S3.Ports;

/// <summary>What buckets are charged for.</summary>
internal sealed class StoreUses : IStoreUses
{
    /// <inheritdoc/>
    public IEnumerable<StoreUse> Read(ReadCall call, Scope scope, DateOnly from, DateOnly to)
    {
        foreach (var (total, day, amount) in Stocks.Read(call, scope, from.DayNumber, to.DayNumber))
        {
            if (amount <= 0) continue;
            yield return new(
                total.Bucket, DateOnly.FromDayNumber(day), StoreUseKind.StoredByteSeconds, total.StorageClass, amount);
        }

        foreach (var done in call.Read(Tables.Activities, scope).All())
        {
            if (done.Day < from.DayNumber || done.Day > to.DayNumber) continue;
            yield return new(
                done.Bucket, DateOnly.FromDayNumber(done.Day), done.Kind, done.StorageClass, done.Amount);
        }
    }
}
