using Orrery.Services.AccessAnalyzer.Loops;

namespace Orrery.Services.AccessAnalyzer;

/// <summary>IAM Access Analyzer as a part of the house.</summary>
public static class AccessAnalyzerService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "accessanalyzer",
        Operations = AccessanalyzerOperations.All,
        Tables = Tables.All,
        Timers = [new GenerationLoop(), new ScanLoop()],
    };
}
