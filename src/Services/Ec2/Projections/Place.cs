using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>One account's region, as a call sees it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Scope">The account and region.</param>
internal readonly record struct Place(ReadCall Call, Scope Scope)
{
    /// <summary>The records of a table there.</summary>
    public TableReader<TKey, TRecord> Read<TKey, TRecord>(Table<TKey, TRecord> table)
        where TKey : struct, IKey<TKey>
        where TRecord : class => Call.Read(table, Scope);
}
