using Orrery.Tests.Simulation.Kernel;

return args switch
{
    ["kernel-writer", var folder] => await KernelWriter.RunAsync(folder),
    ["kernel-figures", var folder, var rows] => await KernelFigures.RunAsync(folder, int.Parse(rows)),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
