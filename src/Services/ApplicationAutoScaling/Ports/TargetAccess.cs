using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Ids;

namespace Orrery.Services.ApplicationAutoScaling.Ports;

/// <summary>What policies ask of scalable targets: their ARNs, which hold ids, and their tags.</summary>
internal sealed class TargetAccess : IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "application-autoscaling";

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) =>
        name.Split('|') is [var space, var resource, var of]
        ? call.Read(Tables.Targets).Find(ScalableKey.Of(space, of, resource))?.Arn
        : null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        call.Read(Tables.Targets).By(Tables.TargetsByArn, arn).FirstOrDefault()?.Tags;
}
