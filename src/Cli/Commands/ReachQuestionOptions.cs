using System.CommandLine;

namespace Orrery.Cli.Commands;

/// <summary>The options by which <c>orrery trace</c> is asked an open question.</summary>
internal sealed record ReachQuestionOptions(Option<string?> From, Option<string?> To)
{
    public static ReachQuestionOptions Make()
    {
        const string EndHelp = "`internet`, `anywhere`, or a vpc-…, subnet-…, sg-…, i-…, eni-…, igw-… or cgw-…";
        return new(
            new("--from") { Description = "Ask what can reach --to from here: " + EndHelp, HelpName = "END" },
            new("--to") { Description = "What is to be reached: " + EndHelp, HelpName = "END" });
    }

    /// <summary>Whether an open question is asked.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetValue(From) is not null && parsed.GetValue(To) is not null;
}
