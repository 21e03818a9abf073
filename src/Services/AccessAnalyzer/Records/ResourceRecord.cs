namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>A resource whose policy was analyzed.</summary>
internal sealed record ResourceRecord
{
    /// <summary>Analyzer and ARN.</summary>
    public required AnalyzerKey Id { get; init; }

    /// <summary>The analyzer.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>What it is, for example <c>AWS::SQS::Queue</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Account { get; init; }

    /// <summary>A hash of all that was analyzed: while it is the same, so are the findings.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When it was analyzed first.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its policies were found changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The key of a resource of an analyzer.</summary>
    public static AnalyzerKey Of(string analyzer, string arn) => new($"{analyzer}/{arn}");
}
