using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>A kind of resource that has a table: finds its records by id and refuses ids as EC2 does.</summary>
/// <typeparam name="TId">The typed id.</typeparam>
/// <typeparam name="TRecord">The stored record.</typeparam>
internal sealed class TableKind<TId, TRecord>(
    Table<TId, TRecord> table, string tagType, IdWording wording)
    : ResourceKind(TId.Prefix, tagType, wording)
    where TId : struct, IResourceId<TId>
    where TRecord : class
{
    /// <summary>The table that holds the records.</summary>
    public Table<TId, TRecord> Table { get; } = table;

    /// <inheritdoc/>
    public override bool Exists(ReadCall call, string id) => call.Read(Table).Contains(TId.From(id));

    /// <summary>The record of an id as the caller wrote it.</summary>
    /// <exception cref="ServiceException">The id is malformed, or names nothing in the call's scope.</exception>
    public TRecord Get(ReadCall call, string id)
    {
        CheckForm(id);
        return call.Read(Table).Find(TId.From(id)) ?? throw NotFound(id);
    }

    /// <summary>The record of a typed id.</summary>
    /// <exception cref="ServiceException">The id names nothing in the call's scope.</exception>
    public TRecord Get(ReadCall call, TId id) => call.Read(Table).Find(id) ?? throw NotFound(id.Value);
}
