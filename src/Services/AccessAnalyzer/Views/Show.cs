using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Services.AccessAnalyzer.Views;

/// <summary>Records as the API writes them.</summary>
internal static class Show
{
    private static readonly FindingSource FromPolicy = new() { Type = FindingSourceType.Policy };

    /// <summary>An analyzer.</summary>
    public static AnalyzerSummary Of(ReadCall call, AnalyzerRecord analyzer) => new()
    {
        Arn = Analyzers.Arn(call, analyzer.Name.Value),
        Name = analyzer.Name.Value,
        Type = analyzer.Type,
        CreatedAt = analyzer.CreatedAt,
        LastResourceAnalyzed = analyzer.LastResource,
        LastResourceAnalyzedAt = analyzer.LastAt,
        Tags = analyzer.Tags,
        Status = StatusOf(call, analyzer),
        StatusReason = StatusOf(call, analyzer) == AnalyzerStatus.Disabled
            ? new() { Code = ReasonCode.OrganizationDeleted }
            : null,
        Configuration = Configuration(analyzer),
    };

    /// <summary>How an analyzer is set.</summary>
    public static AnalyzerConfiguration? Configuration(AnalyzerRecord analyzer) => Analyzers.IsExternal(analyzer)
        ? null
        : new() { UnusedAccess = new() { UnusedAccessAge = analyzer.UnusedDays } };

    /// <summary>An archive rule.</summary>
    public static ArchiveRuleSummary Of(RuleRecord rule) => new()
    {
        RuleName = rule.Name,
        Filter = rule.Filter.ToDictionary(
            pair => pair.Key,
            pair => new Criterion
            {
                Eq = pair.Value.Equal, Neq = pair.Value.Unequal, Contains = pair.Value.Contains,
                Exists = pair.Value.Exists,
            }),
        CreatedAt = rule.CreatedAt,
        UpdatedAt = rule.UpdatedAt,
    };

    /// <summary>A finding of external access, as the first version of the API lists it.</summary>
    public static FindingSummary Summary(ReadCall call, FindingRecord finding) => new()
    {
        Id = finding.Id.Value,
        Principal = finding.Principal,
        Action = finding.Actions,
        Resource = finding.Resource,
        IsPublic = finding.IsPublic,
        ResourceType = TypeOf(finding.ResourceType),
        Condition = finding.Conditions,
        CreatedAt = finding.CreatedAt,
        AnalyzedAt = call.Now,
        UpdatedAt = finding.UpdatedAt,
        Status = finding.Status,
        ResourceOwnerAccount = finding.Account,
        Sources = SourcesOf(finding),
        ResourceControlPolicyRestriction = finding.Restriction,
    };

    /// <summary>What a finding says, as the second version of the API shows it.</summary>
    public static IReadOnlyList<FindingDetails> Details(FindingRecord finding) => finding.Type switch
    {
        FindingType.UnusedIAMRole => [new() { UnusedIamRoleDetails = new() { LastAccessed = finding.LastAccessed } }],
        FindingType.UnusedIAMUserAccessKey =>
        [
            new()
            {
                UnusedIamUserAccessKeyDetails = new()
                {
                    AccessKeyId = finding.AccessKey, LastAccessed = finding.LastAccessed,
                },
            },
        ],
        FindingType.UnusedIAMUserPassword =>
            [new() { UnusedIamUserPasswordDetails = new() { LastAccessed = finding.LastAccessed } }],
        FindingType.UnusedPermission => [.. finding.Unused.Select(Unused)],
        _ =>
        [
            new()
            {
                ExternalAccessDetails = new()
                {
                    Action = finding.Actions,
                    Condition = finding.Conditions,
                    IsPublic = finding.IsPublic,
                    Principal = finding.Principal,
                    Sources = SourcesOf(finding),
                    ResourceControlPolicyRestriction = finding.Restriction,
                },
            },
        ],
    };

    /// <summary>A type of resources as the wire has it.</summary>
    public static ResourceType TypeOf(string text) => text switch
    {
        "AWS::IAM::Role" => ResourceType.AWSIAMRole,
        "AWS::IAM::User" => ResourceType.AWSIAMUser,
        "AWS::KMS::Key" => ResourceType.AWSKMSKey,
        "AWS::S3::Bucket" => ResourceType.AWSS3Bucket,
        "AWS::SecretsManager::Secret" => ResourceType.AWSSecretsManagerSecret,
        "AWS::SNS::Topic" => ResourceType.AWSSNSTopic,
        _ => ResourceType.AWSSQSQueue,
    };

    /// <summary>What grants the access of a finding.</summary>
    public static IReadOnlyList<FindingSource> SourcesOf(FindingRecord finding) => finding.AccessPoint is { } point
        ? [new() { Type = FindingSourceType.S3AccessPoint, Detail = new() { AccessPointArn = point } }]
        : [FromPolicy];

    private static FindingDetails Unused(UnusedRecord unused) => new()
    {
        UnusedPermissionDetails = new()
        {
            ServiceNamespace = unused.Service,
            LastAccessed = unused.LastAccessed,
            Actions = unused.Actions.Count == 0
                ? null
                : [.. unused.Actions.Select(a => new UnusedAction { Action = a })],
        },
    };

    private static AnalyzerStatus StatusOf(ReadCall call, AnalyzerRecord analyzer) =>
        analyzer.Type is Type.Organization or Type.OrganizationUnusedAccess && Analyzers.OrganizationOf(call) is null
            ? AnalyzerStatus.Disabled
            : AnalyzerStatus.Active;
}
