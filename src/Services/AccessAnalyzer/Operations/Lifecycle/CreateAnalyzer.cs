using Orrery.Operations.Tagging;
using Orrery.Services.AccessAnalyzer.Loops;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Services.AccessAnalyzer.Operations.Lifecycle;

/// <summary>Makes an analyzer for external or unused access, of the account or of its organization. Refused: internal
/// access, exclusions.</summary>
public sealed class CreateAnalyzer : IWriteOperation<CreateAnalyzerRequest, CreateAnalyzerResult>
{
    /// <inheritdoc/>
    public CreateAnalyzerResult Run(CreateAnalyzerRequest request, Call call)
    {
        var type = request.Type!.Value;
        if (type is Type.AccountInternalAccess or Type.OrganizationInternalAccess)
            throw Errors.NotServed("analyzers for internal access");
        if (request.Configuration?.InternalAccess is not null) throw Errors.NotServed("configuration.internalAccess");
        if (call.Read(Tables.Analyzers).Contains(new(request.AnalyzerName!)))
            throw Errors.Conflict($"There is an analyzer {request.AnalyzerName} already.");
        // Source: IAM User Guide, "IAM Access Analyzer quotas": one of each type in an account and region; of an
        // organization more can be asked for, which nobody can here.
        if (call.Read(Tables.Analyzers).All().Any(a => a.Type == type))
            throw Errors.Quota($"There can be one analyzer of the type {type} in an account and Region.");
        if (type is Type.Organization or Type.OrganizationUnusedAccess) Analyzers.RefuseStranger(call);
        var analyzer = new AnalyzerRecord
        {
            Name = new(request.AnalyzerName!),
            Type = type,
            CreatedAt = call.Now,
            Tags = AnalyzerTags.With(TagSet.Empty, request.Tags),
            UnusedDays = UnusedDays.Of(request.Configuration),
        };
        foreach (var rule in request.ArchiveRules ?? [])
            analyzer = ArchiveRules.With(call, analyzer, rule.RuleName!, rule.Filter!);
        call.Write(Tables.Analyzers).Put(analyzer);
        Scanner.Refresh(call, analyzer);
        ScanLoop.Begin(call, analyzer);
        return new() { Arn = Analyzers.Arn(call, request.AnalyzerName!) };
    }
}
