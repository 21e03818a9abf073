using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orrery.Cli.Output;

/// <summary>A table: thin lines on a terminal; plain aligned columns for pipes.</summary>
internal sealed class TextTable
{
    private readonly Table _table;

    /// <summary>Makes a table with these headings.</summary>
    public TextTable(Screen screen, params ReadOnlySpan<string> headings)
    {
        _table = new Table().Border(screen.IsTerminal ? TableBorder.Rounded : TableBorder.None);
        _table.BorderColor(Color.Grey);
        foreach (var heading in headings)
            _table.AddColumn(new TableColumn($"[bold]{Screen.Text(heading)}[/]") { NoWrap = false });
    }

    /// <summary>Adds a row of markup; use <see cref="Screen.Text"/> for what is not ours.</summary>
    public TextTable Row(params string[] cells)
    {
        _table.AddRow(cells);
        return this;
    }

    /// <summary>The table, to put it beside others.</summary>
    public IRenderable Content => _table;

    /// <summary>Writes it.</summary>
    public void ShowOn(Screen screen) => screen.Show(_table);
}
