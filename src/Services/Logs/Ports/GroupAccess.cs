using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Logs.Ports;

/// <summary>What policies ask of log groups: their tags, also for their streams.</summary>
internal sealed class GroupAccess : IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "logs";

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        arn.Split(':') is [_, _, _, { Length: > 0 } region, { Length: 12 } account, "log-group", var name, ..]
            ? call.Read(Tables.Groups, new Scope(account, region)).Find(new(name))?.Tags
            : null;
}
