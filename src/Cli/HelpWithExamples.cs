using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Orrery.Cli.Output;

namespace Orrery.Cli;

/// <summary>The usual help, and below it examples that can be pasted.</summary>
internal sealed class HelpWithExamples(HelpAction usual, CliContext context) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, (string Command, string Meaning)[]> Examples = new()
    {
        ["orrery"] =
        [
            ("orrery up", "start; keeps its world in a file"),
            ("eval \"$(orrery env)\"", "in another shell: point clients at it"),
            ("aws ec2 describe-vpcs", "unmodified clients just work"),
            ("orrery doctor", "when they do not"),
        ],
        ["up"] =
        [
            ("orrery up --ephemeral", "nothing is kept: for tests"),
            ("orrery up --clock stepped --delays aws", "time moves only by `orrery clock advance`"),
            ("orrery up --store ./team.orrery --port 4567", "this file, that port"),
            ("orrery up --quota L-F678F1CE=50", "50 VPCs a region; `orrery quotas` lists the codes"),
        ],
        ["env"] =
        [
            ("eval \"$(orrery env)\"", "bash, zsh"),
            ("orrery env --shell fish | source", "fish"),
            ("eval \"$(orrery env --wrapper)\"", "aws CLI version 1: all services"),
            ("eval \"$(orrery env --account 111122223333)\"", "be another account"),
        ],
        ["advance"] = [("orrery clock advance 30d", "a month passes, and what is due in it happens")],
        ["set"] = [("orrery clock set 2026-04-01", "midnight UTC of that day")],
        ["rate"] = [("orrery clock rate 3600", "an hour a second")],
        ["impair"] =
        [
            ("orrery impair i-0abc…", "its hardware fails until it is recovered or mended"),
            ("orrery impair i-0abc… --check instance --for 30m", "its own check fails for half an hour"),
            ("orrery impair i-0abc… --mend", "all is well again"),
            ("orrery impair", "what is wrong now"),
        ],
        ["fork"] =
        [
            ("orrery world fork default what-if", "as it is now"),
            ("orrery world fork default before --at 2026-03-01T12:00Z", "as it was then"),
        ],
        ["trace"] =
        [
            ("orrery trace eni-0aa… eni-0bb… --port 443", "from interface to interface"),
            ("orrery trace internet 203.0.113.10 --port 22", "can the world reach it?"),
            ("orrery trace --from internet --to subnet-0aa…", "what of it can the world reach, on which ports?"),
            ("orrery trace i-0aa… 10.1.0.9 --port 5432 --remedies", "and what would help"),
        ],
        ["explain"] = [("orrery explain pcx-0123456789abcdef0", "why is this peering not active?")],
        ["send"] =
        [
            ("orrery send eni-0aa… eni-0bb… --port 443 --packets 20 --bytes 4249 --duration 1m", "one flow"),
            ("orrery send internet 203.0.113.10 --port 22 --count 5", "five connections from the internet"),
            ("orrery send i-0aa… 10.1.0.9 --protocol icmp --packets 4", "ping"),
        ],
        ["flow-logs"] =
        [
            ("orrery flow-logs", "which there are"),
            ("orrery flow-logs show fl-0123456789abcdef0", "the records that it has delivered"),
            ("orrery flow-logs show fl-0123456789abcdef0 --since 2026-04-01T08:00Z --nodata", "with quiet intervals"),
        ],
        ["outbox"] =
        [
            ("orrery outbox", "all e-mail and text messages"),
            ("orrery outbox show 1", "one of them"),
            ("curl \"$(orrery outbox show 1 --link)\"", "confirm the subscription that it asks about"),
        ],
        ["topology"] =
        [
            ("orrery topology -o network.svg", "everything that the account has"),
            ("orrery topology --region eu-west-1 --vpc vpc-0aa… vpc-0bb… -o two.svg", "two VPCs of a region"),
            ("orrery topology --trace i-0aa… 10.1.0.9 --port 443 -o path.svg", "with the way of a packet"),
        ],
        ["chart"] =
        [
            ("orrery chart AWS/EC2 CPUUtilization --dimension InstanceId=i-0aa…", "the last three hours"),
            ("orrery chart Shop Latency --stat p99 --period 60 --since 1d", "a percentile, minute by minute"),
            ("orrery chart Shop Orders --stat Sum --since 30d -o orders.svg", "as a picture"),
        ],
        ["coverage"] = [("orrery coverage ec2", "one service, operation by operation")],
        ["quotas"] = [("orrery quotas --json", "for scripts")],
        ["lab"] = [("orrery lab 02", "VPC peering, with the plain aws CLI")],
    };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (!Examples.TryGetValue(command is RootCommand ? "orrery" : command.Name, out var examples)) return code;
        var screen = Screen.ForAnswers(context);
        var width = examples.Max(example => example.Command.Length);
        screen.Line("Examples:");
        foreach (var (text, meaning) in examples)
            screen.Line($"  [cyan]{Screen.Text(text.PadRight(width))}[/]  [grey]{Screen.Text(meaning)}[/]");
        screen.Line();
        return code;
    }
}
