using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Rules;

namespace Orrery.Services.Ssm.Ports;

/// <summary>What policies ask of parameters: their ARNs, without version or label, and their tags.</summary>
internal sealed class ParameterFacts : IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "ssm";

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) =>
        type == "parameter" ? Parameters.Arn(call, Parameters.Plain(call, name).Split(':')[0]) : null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        call.Read(Tables.Parameters).Find(new(Parameters.Plain(call, arn)))?.Tags;
}
