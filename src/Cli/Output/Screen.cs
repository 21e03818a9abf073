using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orrery.Cli.Output;

/// <summary>
/// Where a command writes. Colours and box lines only where a terminal is attached; NO_COLOR (no-color.org) and
/// TERM=dumb are respected, FORCE_COLOR overrides.
/// </summary>
internal sealed class Screen
{
    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    private Screen(TextWriter writer, bool isTerminal, CliContext context)
    {
        _writer = writer;
        IsTerminal = isTerminal;
        HasColour = WantsColour(isTerminal, context.Environment);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new PlainOutput(writer, context.Width, isTerminal),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>Whether a person looks at it.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether colours are shown.</summary>
    public bool HasColour { get; }

    /// <summary>The screen for answers.</summary>
    public static Screen ForAnswers(CliContext context) => new(context.Out, context.IsTerminal, context);

    /// <summary>The screen for complaints.</summary>
    public static Screen ForComplaints(CliContext context) => new(context.Error, context.IsErrorTerminal, context);

    /// <summary>Writes text as it is.</summary>
    public void Plain(string text) => _writer.WriteLine(text);

    /// <summary>Writes a line with markup; use <see cref="Text"/> for what is not ours.</summary>
    public void Line(string markup = "") => _console.MarkupLine(markup);

    /// <summary>Writes a table, a tree…</summary>
    public void Show(IRenderable what) => _console.Write(what);

    /// <summary>Shows something that changes while a body runs, in its place.</summary>
    public Task LiveAsync(IRenderable first, Func<Action<IRenderable>, Task> body) =>
        _console.Live(first).StartAsync(context => body(next =>
        {
            context.UpdateTarget(next);
            context.Refresh();
        }));

    /// <summary>Escapes text for use in markup.</summary>
    public static string Text(string? text) => Markup.Escape(text ?? "");

    /// <summary>Whether colours are wanted.</summary>
    public static bool WantsColour(bool isTerminal, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR"))) return false;
        if (environment("FORCE_COLOR") is { Length: > 0 } force && force != "0") return true;
        return isTerminal && environment("TERM") != "dumb";
    }

    private sealed class PlainOutput(TextWriter writer, int width, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => width;

        public int Height => 50;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
